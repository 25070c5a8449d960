import { app, type Session, session } from 'electron';
import { isAppUrl } from './app-protocol';

const denyPermissions = (target: Session): void => {
  target.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  target.setPermissionCheckHandler(() => false);
  target.setDevicePermissionHandler(() => false);
};

/** The renderer needs no network at all; whatever asks for it is refused before it leaves the computer. */
const denyNetwork = (target: Session): void => {
  target.webRequest.onBeforeRequest((details, answer) => {
    const ownScheme = isAppUrl(details.url) || details.url.startsWith('data:') || details.url.startsWith('devtools:');
    answer({ cancel: !ownScheme });
  });
  target.on('will-download', (event) => event.preventDefault());
};

/** No page but ours, no second window, no permission, no network, no embedded page. Called once the app is ready. */
export const lockDownWebContents = (): void => {
  denyPermissions(session.defaultSession);
  denyNetwork(session.defaultSession);
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.on('will-navigate', (event) => {
      if (!isAppUrl(event.url)) event.preventDefault();
    });
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
  });
};
