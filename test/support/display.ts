/** A screen of its own for a headed browser (Xvfb), with real keys through xdotool. */
import { spawn } from 'node:child_process';
import { within } from './wait.ts';

export interface Display {
  /** X display name, such as `:3`. */
  readonly name: string;
  /** Presses a key chord as a person would: `ctrl+shift+u`, `Down`, `Return`. */
  key(...chords: readonly string[]): Promise<void>;
  /** Runs any xdotool command and answers its output. */
  xdotool(...args: readonly string[]): Promise<string>;
  close(): Promise<void>;
}

/** Starts Xvfb on a free display number, which it picks itself, so that parallel runs do not meet. @throws when Xvfb is missing */
export async function openDisplay(size = '1400x1000x24'): Promise<Display> {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', size, '-nolisten', 'tcp', '-noreset'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const stop = (): void => { server.kill(); };
  process.on('exit', stop);
  const pipe = server.stdio[3] as NodeJS.ReadableStream;
  const number = await within('Xvfb', 10_000, new Promise<string>((resolve, reject) => {
    let said = '';
    pipe.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('\n')) resolve(said.trim());
    });
    server.once('error', reject);
    server.once('exit', () => { reject(new Error('Xvfb ended at once')); });
  }));
  const name = `:${number}`;
  // A window manager gives windows focus and stacking as on a person's screen.
  const manager = spawn('openbox', ['--sm-disable'], { env: { ...process.env, DISPLAY: name }, stdio: 'ignore' });
  manager.on('error', () => undefined);

  const xdotool = (...args: readonly string[]): Promise<string> => new Promise((resolve, reject) => {
    const tool = spawn('xdotool', args, { env: { ...process.env, DISPLAY: name }, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    tool.stdout.on('data', (chunk: Buffer) => { said += chunk.toString(); });
    tool.stderr.on('data', (chunk: Buffer) => { said += chunk.toString(); });
    tool.once('error', reject);
    tool.once('exit', (code) => {
      if (code === 0) resolve(said.trim());
      else reject(new Error(`xdotool ${args.join(' ')}: ${said}`));
    });
  });
  return {
    name, xdotool,
    async key(...chords) { await xdotool('key', '--clearmodifiers', '--delay', '40', ...chords); },
    async close() {
      process.off('exit', stop);
      manager.kill();
      if (server.exitCode !== null) return;
      const ended = new Promise<void>((resolve) => { server.once('exit', () => { resolve(); }); });
      server.kill();
      await within('closing Xvfb', 5_000, ended);
    },
  };
}
