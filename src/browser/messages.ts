/**
 * The one typed door between the contexts. `Requests` names every message with its input and output;
 * `send` and the handler table derive from it, so that a wrong input does not compile.
 */
import browser, { type Runtime } from 'webextension-polyfill';
import type { AddressBarLine } from './address-bar.ts';
import type { TabLike } from './capture.ts';

/** A value, or a reason that has a sentence in the locale files (`reason_<name>`). */
export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: string };

export interface SavedRef {
  readonly id: number;
  /** True when the library already held this address and the entry was brought up to date. */
  readonly existed: boolean;
}

/** How the fetching of texts ended. */
export interface TextsLeft {
  /** Links that are still wanted. */
  readonly left: number;
  /** When it is worth going on, in milliseconds since the epoch; absent when nothing is left that may be asked for. */
  readonly next?: number;
  /** Why nothing can be fetched just now (`reason_<name>`). */
  readonly waits?: string;
}

export interface Requests {
  /** Move a draft into the library. Acknowledged after the transaction is on disk. */
  saveDraft: { input: { draftId: string; /** The tab the article is in: its pictures can be had there. */ tabId?: number | undefined }; output: Answer<SavedRef> };
  /** Put only the address and title into the library. */
  saveLink: { input: { url: string; title: string }; output: Answer<SavedRef> };
  /** Fetch a linked page whose site the person has allowed, and save what is found. */
  saveLinked: { input: { url: string }; output: Answer<SavedRef> };
  /** Keep the pictures of a saved article, from sites that are allowed by now. Answered when they are kept. */
  keepPictures: { input: { id: number }; output: Answer<undefined> };
  /** To the hidden document: the addresses of an article's pictures that are not kept yet. */
  missingPictures: { input: { id: number }; output: Answer<readonly string[]> };
  /** To the hidden document: keep these pictures, as they came out of a tab (`data:` addresses, not believed). */
  storePictures: { input: { id: number; found: readonly { url: string; data: string }[] }; output: Answer<undefined> };
  /** To the hidden document: fetch what is missing from sites that are allowed, and count what is kept. */
  fetchPictures: { input: { id: number; /** Match patterns of what is allowed: the hidden document can't ask. */ sites: readonly string[] }; output: Answer<undefined> };
  /** Go on fetching the texts of links that are wanted. Answered when there is nothing more to do for now. */
  fetchTexts: { input: undefined; output: Answer<TextsLeft> };
  /** To the hidden document: the same. */
  fetchLinks: { input: { sites: readonly string[] }; output: Answer<TextsLeft> };
  /** Take an article off the shelf, or put it back. */
  removeSaved: { input: { id: number }; output: Answer<number> };
  restoreSaved: { input: { id: number }; output: Answer<number> };
  /** To the hidden document: let go of what is past its time, and bring the library's index up to date. */
  housework: { input: undefined; output: Answer<undefined> };
  /** To the hidden document: the best articles for words typed into the address bar. */
  suggest: { input: { typed: string }; output: Answer<readonly AddressBarLine[]> };
  /** Note beside a saved article that it was passed on. Done in the background: the popup may close as the mail program opens. */
  noteShare: { input: { url: string; way: string; to: readonly string[] }; output: Answer<string> };
  /** From the picker in a web page: the person has picked a part and chosen what to do. What it is, is fetched from the tab itself. */
  picked: { input: { verb: 'read' | 'print' | 'share' | 'save'; /** The tab of ours to go back to. */ backTo?: number | undefined }; output: Answer<SavedRef | undefined> };
  /** Fetch a linked page whose site the person has allowed. The article is in the answer, to be checked: for a page of ours that waits for it, and nothing of it is written down. */
  fetchLinked: { input: { url: string }; output: Answer<unknown> };
  /** To the hidden document that can parse HTML: fetch and extract, leave a draft. Answers the draft's id. */
  fetchDraft: { input: { url: string }; output: Answer<{ draftId: string }> };
  /** To the hidden document: fetch and extract. Answers the article itself. */
  fetchArticle: { input: { url: string }; output: Answer<unknown> };
}

export type RequestName = keyof Requests;
type Handler<K extends RequestName> = (input: Requests[K]['input'], tab?: TabLike) => Promise<Requests[K]['output']>;
/** A context answers some of the requests; the others are left to other contexts. */
export type Handlers = { readonly [K in RequestName]?: Handler<K> };

interface Envelope { readonly passalong: RequestName; readonly input: unknown }

/**
 * Sends a request to whichever context handles it.
 * @throws when no context answers (a worker that was killed half-way): callers turn it into the reason `interrupted`.
 */
export async function send<K extends RequestName>(name: K, input: Requests[K]['input']): Promise<Requests[K]['output']> {
  const envelope: Envelope = { passalong: name, input };
  const output: unknown = await browser.runtime.sendMessage(envelope);
  if (output === undefined || output === null) throw new Error(`no answer to ${name}`);
  return output as Requests[K]['output'];
}

/** The one request of a script of ours in a web page; nothing else is taken from there, and this from nowhere else. */
const FROM_PAGES: RequestName = 'picked';

/**
 * Registers a handler table. Messages from anything but our own pages and worker are refused, and from the top frame of a web
 * page all but one. Who sent it is the browser's word, not the script's.
 */
export function handle(handlers: Handlers): void {
  const listener = (message: unknown, { id, url, tab, frameId }: Runtime.MessageSender, answer: (output?: unknown) => void): true | undefined => {
    if (id !== browser.runtime.id || !isEnvelope(message)) return undefined;
    // A content script has our id too, but a web page's address.
    const isOurs = url === undefined || url.startsWith(browser.runtime.getURL(''));
    if (isOurs === (message.passalong === FROM_PAGES) || (!isOurs && frameId !== 0)) return undefined;
    const handler = handlers[message.passalong] as ((input: never, tab: TabLike | undefined) => Promise<unknown>) | undefined;
    // A promise in return is understood by one browser only. What threw is no answer: `send` tells its caller so.
    handler?.(message.input as never, tab).then(answer, () => answer());
    return handler ? true : undefined;
  };
  browser.runtime.onMessage.addListener(listener as Runtime.OnMessageListenerCallback);
}

function isEnvelope(message: unknown): message is Envelope {
  return typeof message === 'object' && message !== null && typeof (message as Envelope).passalong === 'string';
}
