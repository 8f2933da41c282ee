// phone/ — the page `/phone`: a technician, a washer or an inspector with a phone in one hand. All else hangs below `PhoneApp`.
//
// Test ids that end-to-end tests may rely on:
//   login-… as at the console; phone-menu, menu-sheet, language, theme, break, log-out; freshness (data-fresh), age
//   present (data-job, data-operation, data-status), no-car, next-car (data-job, data-operation), piece (data-operation)
//   main-act (data-kind: start | finish | resume | goOn | sign | pass | endBreak), main-no, stop-act (data-kind), extra-act
//   hold-sheet: hold-<reason>, hold-in-<minutes | unknown>, frees-bay; extra-sheet: extra-search, extra-choice, extra-confirm
//   pending (data-count), refused-tap (data-type), refused-dismiss, undo
import { mount } from 'svelte';
import '../design/base.css';
import '../design/tokens.css';
import { keepPage } from './keepPage.ts';
import './phone.css';
import PhoneApp from './PhoneApp.svelte';

const target = document.getElementById('phone');
if (!target) throw new Error('The page has no place for the phone');
mount(PhoneApp, { target });
void keepPage();
