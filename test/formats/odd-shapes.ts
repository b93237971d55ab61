/** A body of shapes that real pages have and strict formats don't. */
export const LAMP = 'https://mill.example/lamp.png';

/** Shapes that browsers forgive and the format does not. */
export const ODD = `
<p>Plain words, a <a href="https://mill.example/a b|c?d=[e]^{f}%zz#g#h">strange address</a>, <a href="mailto:a@b.example?subject=x y">mail</a>, <a href="#note">a note</a>, <a href="#nowhere">nowhere</a>.</p>
<h2>First <p>part in a heading</p></h2><h2 id="a b">Second</h2><em><p>Emphasis round a paragraph</p></em><span><div>Box in a span</div></span>
<ul><p>no item</p>text in a list<li>item<ul><li>inner</li></ul></li><ul><li>list in a list</li></ul></ul><li>stray item</li><ol start="3" reversed><li value="x">three</li></ol><ul></ul>
<dl><dt>Term</dt><dd>Meaning</dd></dl><dl><dd>No term</dd><p>words</p></dl><dl><dt><h3>Heading in a term</h3></dt><dd>x</dd></dl><dd>stray</dd>
<figure><figcaption>First caption</figcaption><img src="${LAMP}" alt="A lamp" width="100%" height="auto"><figcaption>Second caption</figcaption></figure><figcaption>stray caption</figcaption>
<table><caption><p>Of wheels</p></caption><colgroup><col span="2"></colgroup><tr><th colspan="0" headers="gone"><h4>Head</h4></th><td rowspan="2" colspan="-1">a<table><tr><td>inner</td></tr></table></td></tr><tr></tr><tfoot><tr><td>foot</td></tr></tfoot></table>
<table><thead><tr><th>Only a head</th></tr></thead></table><table></table>
<details><p>Without a summary</p></details><details><p>before</p><summary><h3>Summary with a heading</h3></summary></details><summary>stray</summary>
<pre>line one\n<p>paragraph in code</p>\nline two</pre><blockquote cite="not an address">Quoted <q cite="x">inner</q></blockquote>
<p><picture><source srcset="https://mill.example/big.webp 2x" type="image/webp"><img src="https://mill.example/gone.webp"></picture><time datetime="soon">soon</time> <bdo>no direction</bdo> <ruby>漢<rt>かん</rt>字<rt>じ</rt></ruby> <ruby><rb>old</rb><rtc><rt>x</rt></rtc></ruby> <ruby><rt>reading first</rt>b</ruby></p>
<p id="note">Note</p><p id="note">Twice the same id</p><p id="1 bad">Bad id</p><p lang="x_y_z" dir="up">Odd language</p>
<p><math><mfrac><mi>a</mi><mi>b</mi></mfrac></math> and <math><msup><mi>a</mi></msup></math> and <math display="block"><msqrt><mi>x</mi><mo>+</mo><mn>1</mn></msqrt></math></p>
<p>Control: \u0001\ufffe\u000b end</p><a href="https://mill.example/block"><p>Block in a link</p><details><summary>s</summary>d</details></a><hr>`;
