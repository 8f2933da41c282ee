// import/ — yes and no as spreadsheets write them.

const yes = ['是', 'Y', 'YES', '1', 'TRUE'];
const no = ['否', 'N', 'NO', '0', 'FALSE'];

/** Whether a cell says yes or no; null: neither. */
export function yesOrNo(cell: string): boolean | null {
  const word = cell.toUpperCase();
  if (yes.includes(word)) return true;
  return no.includes(word) ? false : null;
}
