// console/ — the page `/`: dispatchers and advisors at their desk. Starts the app; all else hangs below `ConsoleApp`.
//
// Test ids that end-to-end tests may rely on:
//   login-staff, login-pin, login-submit, login-problem; first-pin-old, first-pin-new, first-pin-again, first-pin-submit
//   nav-<view>: dispatch, kanban, people, figures, import, setup, displays; search, search-result (data-job); language, theme, log-out
//   freshness (data-fresh: fresh | aging | stale), pending
//   card (data-job, data-stage, data-mark); bay-row (data-bay, data-answer while dragging: allowed | refused); bar (data-job, data-kind)
//   waiting-drop (drop here to recall); drag-live (what a screen reader is told while dragging); drag-ghost
//   crew-dialog, crew-member (data-staff), crew-confirm; kanban-column (data-stage); bay-choice (data-bay)
//   job-panel (data-job); act-<CommandType> (data-operation where it is about one); alarm (data-job, data-code), alarm-act
//   receive-walk-in, book; further, further-menu, further-<CommandType>; form-<CommandType>, form-confirm, form-refusal; undo
//   carry-over, unanswered, to-judge: todo-act, todo-all; alarm-answers; section-<name>, set-up-edit, set-up-add
//   hold-confirm; bay-menu (data-bay), bay-close, bay-close-confirm, bay-open; attendance (data-staff); toast
import { mount } from 'svelte';
import '../design/base.css';
import '../design/tokens.css';
import ConsoleApp from './ConsoleApp.svelte';

const target = document.getElementById('console');
if (!target) throw new Error('The page has no place for the console');
mount(ConsoleApp, { target });
