// Start of the lounge page: mounts the app in place of the sentence for browsers that are too old.
import './oldBrowser.ts';
import { mount } from 'svelte';
import App from './App.svelte';

const target = document.getElementById('lounge');
if (target === null) throw new Error('lounge.html has no #lounge');
target.textContent = '';
mount(App, { target });
