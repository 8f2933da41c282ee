// Start of the customer's page: mounts the app in place of the sentence for browsers that are too old.
import '../src/oldBrowser.ts';
import { mount } from 'svelte';
import TrackApp from './TrackApp.svelte';

const target = document.getElementById('track');
if (target === null) throw new Error('track.html has no #track');
target.textContent = '';
mount(TrackApp, { target });
