// setup/ — start of the set-up page: styles, then the page into its place.
import '../design/tokens.css';
import '../design/base.css';
import { mount } from 'svelte';
import SetUpPage from './SetUpPage.svelte';

const target = document.getElementById('app');
if (target === null) throw new Error('setup.html has no #app');
mount(SetUpPage, { target });
