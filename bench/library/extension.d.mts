import type { Browser } from 'puppeteer-core';
export function extensionOrigin(folder: string): string;
export function extensionReady(browser: Browser, folder: string): Promise<void>;
