import { installTrustedTypes } from './slide/trusted-types.ts';
import { createRoot } from 'react-dom/client';
import { createClient } from '../contract/client.ts';
import { createTransport } from './transport/index.ts';
import { App } from './workspace/app.tsx';
import './slide/fonts.css';
import './slide/look.css';
import './workspace/tokens.css';
import './workspace/app.css';
import './workspace/workspace.css';
import './workspace/navigator/navigator.css';
import './workspace/dialogs.css';
import './stage/stage.css';
import './annotate/annotate.css';
import './present/present.css';
import './library/library.css';

installTrustedTypes();

const root = document.getElementById('app');
if (root === null) throw new Error('The page has no #app element');
createRoot(root).render(<App client={createClient(createTransport())} />);
