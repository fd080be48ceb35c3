import { ask } from './ask.ts';
import { complain, find } from './page.ts';

/** Has the button 新的一期 make the next issue, as `npm run new` does, and open it. */
export function offerNewIssue(): void {
  const dialog = find('new-dialog', HTMLDialogElement);
  const day = find('new-date', HTMLInputElement);
  find('new', HTMLButtonElement).addEventListener('click', async () => {
    dialog.returnValue = '';
    dialog.showModal();
    try {
      const { date } = await ask<{ date: string }>('next', '');
      if (day.value === '') day.value = date;
    } catch (error) {
      dialog.close();
      complain(error);
    }
  });
  dialog.addEventListener('close', async () => {
    if (dialog.returnValue === '') return;
    const previous = find('new-from', HTMLInputElement).checked;
    try {
      const { name } = await ask<{ name: string }>('new', '', { date: day.value, previous });
      location.assign(name);
    } catch (error) {
      complain(error);
    }
  });
}
