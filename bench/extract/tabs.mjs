/** A tab that reads many pages, one after another. */

/** A tab that hangs can't be closed in order: after so many milliseconds it is left to the browser's end. */
const CLOSING = 2_000;

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
        if (page) await Promise.race([page.close().catch(() => undefined), new Promise((done) => setTimeout(done, CLOSING).unref())]);
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
