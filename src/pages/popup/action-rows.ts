/** The popup's rows of verbs, and the states each can be in. */
import { TriangleAlert } from 'lucide';
import { t, tReason } from '../../browser/i18n.ts';
import { fill, h, icon } from '../shared/dom.ts';
import { verbIcon, type Verb } from '../shared/verb-icons.ts';

export interface Choice {
  readonly label: string;
  readonly id: string;
  /** Said when it is pointed at. */
  readonly hint?: string;
  readonly run: () => unknown;
}

/** A failure that the person is told of in the row it belongs to. */
export class Refused extends Error {
  constructor(readonly reason: string) { super(reason); }
}

/** One verb: rest, working, done (with what to do next), failed (why, and a way on). Whatever its work throws ends as failed. */
export class ActionRow {
  readonly element = h('div', { class: 'action' });

  constructor(
    private readonly verb: Exclude<Verb, 'saved'>,
    private readonly label: string,
    private readonly fact: string,
    private readonly run: () => Promise<unknown>,
  ) {
    this.element.id = `action-${verb}`;
    this.rest();
  }

  rest(fact = this.fact): void {
    const hadFocus = this.element.contains(document.activeElement);
    this.show('rest', h('button', { class: 'act', type: 'button', 'data-verb': this.verb, onclick: () => void this.go(this.run) },
      verbIcon(this.verb), h('span', { class: 'verb' }, this.label), h('span', { class: 'leader' }), h('span', { class: 'fact num' }, fact)));
    if (hadFocus) this.element.querySelector('button')?.focus({ preventScroll: true });
  }

  working(label: string): void {
    this.show('working', h('div', { class: 'act', role: 'status' },
      verbIcon(this.verb), h('span', { class: 'verb' }, label), h('span', { class: 'bar' }, h('i'))));
  }

  done(icon: Verb, label: string, choices: readonly Choice[]): void {
    const hadFocus = this.element.contains(document.activeElement) || document.activeElement === document.body;
    const buttons = choices.map(({ id, label: words, hint, run }) => h('button', { class: 'button small', type: 'button', id, title: hint, onclick: () => void this.go(run) }, words));
    this.show('done', h('div', { class: 'act done', role: 'status' },
      verbIcon(icon), h('span', { class: 'verb' }, label), h('span', { class: 'pair' }, ...buttons)));
    if (hadFocus) buttons[0]?.focus({ preventScroll: true });
  }

  /** @param other another way to what was wanted, beside trying again */
  failed(reason: string, other?: Choice): void {
    this.rest();
    this.element.dataset['state'] = 'failed';
    const again = h('button', { class: 'button small', type: 'button', onclick: () => void this.go(this.run) }, t('tryAgain'));
    const instead = other && h('button', { class: 'button small', type: 'button', id: other.id, onclick: () => void this.go(other.run) }, other.label);
    this.element.append(h('div', { class: 'act-failed', role: 'alert' },
      h('div', { class: 'notice bad' }, icon(TriangleAlert), h('p', {}, tReason(reason))), h('div', { class: 'ways' }, again, instead)));
    again.focus();
  }

  private async go(run: () => unknown): Promise<void> {
    try {
      await run();
    } catch (error) {
      this.failed(error instanceof Refused ? error.reason : 'failed');
    }
  }

  private show(state: string, ...children: readonly Node[]): void {
    this.element.dataset['state'] = state;
    fill(this.element, ...children);
  }
}

/** The four verbs while the page is being looked at: in their places, not yet to be pressed. */
export function waitingRows(): readonly HTMLElement[] {
  const row = (verb: Verb, label: string, fact: string) => h('div', { class: 'act waiting' },
    verbIcon(verb), h('span', { class: 'verb' }, label), h('span', { class: 'leader' }), h('span', { class: 'fact' }, fact));
  return [row('read', t('read'), t('factLooking')), row('print', t('print'), t('factPrint')), row('share', t('share'), t('factShare')), row('save', t('save'), t('factSave'))];
}
