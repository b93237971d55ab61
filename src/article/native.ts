/**
 * A document's own method or property, past any element that the page has put in its place: `<img name=cloneNode>` makes
 * `document.cloneNode` a picture (https://html.spec.whatwg.org/#dom-document-nameditem), but not that of its prototype.
 */
export function native<K extends keyof Document>(document: Document, key: K): Document[K] {
  // `baseURI` and the like belong to Node, further up the chain: the reading goes there by itself.
  const value: unknown = Reflect.get(Object.getPrototypeOf(document) as object, key, document);
  return (typeof value === 'function' ? value.bind(document) : value) as Document[K];
}
