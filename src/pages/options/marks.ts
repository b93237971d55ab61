/** The mark on the toolbar button for pages that are kept: asked for by a tick, given back by taking it away. */
import { askForVisits, forgetVisits, marksVisits } from '../../browser/visits.ts';
import { byId } from '../shared/dom.ts';

export async function startMarks(): Promise<void> {
  const tick = byId<HTMLInputElement>('mark-visits');
  tick.addEventListener('change', async () => {
    const isWanted = tick.checked;
    byId('mark-words').hidden = true;
    // Straight from the click: browsers show their question only then.
    const isGiven = isWanted ? await askForVisits() : await forgetVisits().then(() => false);
    tick.checked = isGiven;
    byId('mark-words').hidden = !isWanted || isGiven;
  });
  tick.checked = await marksVisits();
}
