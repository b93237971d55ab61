/** The print page's words that hang on a number. */
import { t } from '../../browser/i18n.ts';

/** "1 sheet", "4 sheets". */
export function sheetWords(count: number): string {
  return count === 1 ? t('printOneSheet') : t('printSheets', count);
}
