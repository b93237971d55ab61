/** A tab that reads many pages, one after another. */

/**
 * Gives a tab with the scripts in it, and a fresh one after so many pages: parsed documents pile up. `spoil`: the next page
 * gets a fresh one in any case.
 * @param {import('puppeteer-core').Browser} browser
 * @param {readonly string[]} scripts what a fresh tab is given; looked at whenever there is one
 * @param {number} most pages
 */
export function tabOfMany(browser, scripts, most) {
  let page;
  let used = most;
  return {
    async page() {
      if (used >= most) {
        await page?.close().catch(() => undefined);
        page = await browser.newPage();
        for (const script of scripts) await page.evaluate(script);
        used = 0;
      }
      used += 1;
      return page;
    },
    spoil() {
      used = most;
    },
  };
}
