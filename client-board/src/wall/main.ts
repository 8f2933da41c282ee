// wall/ — start of the workshop wall's page: the screen into the document.
import { mount } from 'svelte';
import WallScreen from './WallScreen.svelte';
import './wall.css';

mount(WallScreen, { target: document.body });
