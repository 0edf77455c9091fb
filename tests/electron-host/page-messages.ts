import type { EventEmitter } from 'node:events';
import { addresses } from './addresses.ts';
import type { EnginePage } from './engine-page.ts';
import { HostEvent } from './host-event.ts';
import { ipcMain } from './ipc-main.ts';
import type { PowerRequest } from './page/page-powers.ts';
import type { UpMessage } from './page/preload-world.ts';
import type { PageScripts } from './preload.ts';
import type { HostSession } from './session.ts';

/** As much of `webContents` as its page's messages are about. */
export interface MessagedContents extends EventEmitter {
  readonly id: number;
  readonly session: HostSession;
  readonly mainFrame: object;
  getURL(): string;
}

export interface MessageOptions {
  readonly page: EnginePage;
  readonly scripts: PageScripts;
  readonly contents: MessagedContents;
  /** Path of the preload script; '' for none. */
  readonly preload: string;
  /** Called with an address that the page's own script wants to open in another window. */
  readonly openWindow: (url: string) => void;
}

/** Takes what a page's world and its preload script's world send: questions for powers, IPC, and what the user did. */
export function takeMessages(options: MessageOptions): void {
  const { page, scripts } = options;
  page.cdp.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
    if (name === scripts.powersUp) answerPower(options, JSON.parse(payload) as PowerRequest, executionContextId);
    else if (name === scripts.up) take(options, JSON.parse(payload) as UpMessage);
  });
}

function answerPower(
  { page, contents, openWindow }: MessageOptions,
  { id, permission }: PowerRequest,
  context: number,
): void {
  if (permission.startsWith('open ')) return openWindow(addresses.toProgram(permission.slice(5)));
  void contents.session
    .allows(contents, { permission, requestingUrl: contents.getURL(), isMainFrame: true })
    .then((granted) => page.answerPower(id, granted, context));
}

function take({ page, contents, preload }: MessageOptions, message: UpMessage): void {
  const sender = { sender: contents, senderFrame: contents.mainFrame, processId: contents.id, frameId: 1 };
  switch (message.kind) {
    case 'send':
      return ipcMain.receive(message.channel, sender, message.args);
    case 'invoke': {
      const { id } = message;
      ipcMain.invoke(message.channel, sender, message.args).then(
        (value) => page.toPreload({ kind: 'reply', id, ok: true, value }),
        (error: unknown) => page.toPreload({ kind: 'reply', id, ok: false, message: String(error) }),
      );
      return;
    }
    case 'fullscreen':
      return void contents.emit(message.on ? 'enter-html-full-screen' : 'leave-html-full-screen');
    case 'zoom':
      return void contents.emit('zoom-changed', new HostEvent(), message.direction);
    case 'context-menu': {
      const { isEditable, selectionText } = message;
      const can = { canCut: isEditable, canCopy: selectionText !== '', canPaste: isEditable, canSelectAll: true };
      return void contents.emit('context-menu', new HostEvent(), { isEditable, selectionText, editFlags: can });
    }
    case 'preload-error': {
      const error = Object.assign(new Error(message.message), { stack: message.stack });
      contents.emit('preload-error', new HostEvent(), preload, error);
    }
  }
}
