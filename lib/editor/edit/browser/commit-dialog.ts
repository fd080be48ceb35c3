import type { FoundFaults } from '../messages.ts';
import { ask } from './ask.ts';
import { complain, find, say } from './page.ts';
import type { Saving } from './saving.ts';

/** Has the button 提交 save the text and commit the file. */
export function offerCommit(saving: Saving): void {
  const dialog = find('commit-dialog', HTMLDialogElement);
  const message = find('commit-message', HTMLInputElement);
  const open = async () => {
    if (saving.isDirty && !(await saving.save())) return;
    const { name, text } = saving;
    const { number } = await ask<FoundFaults>('faults', name, { text });
    message.value = number === undefined ? name : `第${number}期：${name}`;
    dialog.returnValue = '';
    dialog.showModal();
  };
  find('commit', HTMLButtonElement).addEventListener('click', () => {
    open().catch(complain);
  });
  dialog.addEventListener('close', async () => {
    if (dialog.returnValue === '') return;
    say('正在检查和提交……');
    try {
      const body = { message: message.value, base: saving.base };
      const { commit } = await ask<{ commit: string }>('commit', saving.name, body);
      say(`已提交 ${commit}`);
    } catch (error) {
      say('');
      complain(error);
    }
  });
}
