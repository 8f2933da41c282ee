// bench/screens/floor/ — the floor of a screen: a table of 200 rows, and a change is text in one of them. No rules, no prediction.
import { io } from 'socket.io-client';

const rows = 200;

const table = document.createElement('table');
for (let index = 0; index < rows; index += 1) {
  const row = table.insertRow();
  row.insertCell().textContent = `粤B${String(index).padStart(5, '0')}`;
  row.insertCell().textContent = '机油机滤更换 40';
}
document.body.append(table);

let changes = 0;
io(location.hash.slice(1), { transports: ['websocket'] }).on('event', (change: unknown) => {
  const cell = table.rows[changes % rows]?.cells[1];
  changes += 1;
  if (cell) cell.textContent = JSON.stringify(change);
});
