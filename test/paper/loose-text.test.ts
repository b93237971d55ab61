import { JSDOM } from 'jsdom';
import { expect, it } from 'vitest';
import { boxLooseText } from '../../src/paper/loose-text.ts';

function bodyOf(html: string): HTMLElement {
  return new JSDOM(`<body>${html}</body>`).window.document.body;
}

it('gives text that stands bare beside blocks a box of its own, and takes it away again', () => {
  const html = '<ul><li>An <i>entry</i> with <ul><li>another</li></ul> more </li></ul><div><p>A</p> bare <a href="#x">words</a><hr> </div><details><summary>Sum</summary>folded</details>';
  const body = bodyOf(html);
  const undo = boxLooseText(body);
  expect(body.innerHTML).toBe('<ul><li><div>An <i>entry</i> with </div><ul><li>another</li></ul><div> more </div></li></ul><div><p>A</p><div> bare <a href="#x">words</a></div><hr> </div><details><summary>Sum</summary><div>folded</div></details>');
  undo();
  expect(body.innerHTML).toBe(html);
});

it('leaves text alone that is a block by itself, and what stands in tables, figures and code', () => {
  for (const html of ['<p>One</p><ul><li>two <b>three</b></li></ul>', '<table><tbody><tr><td>bare<p>p</p></td></tr></tbody></table>', '<figure>bare<p>p</p></figure>', '<div><img src="a.png" alt=""><p>p</p></div>']) {
    const body = bodyOf(html);
    boxLooseText(body);
    expect(body.innerHTML).toBe(html);
  }
});
