/**
 * The program of an exported web page: reveal.js around slides that are in the page already, and a second window for whoever
 * speaks. It stands in the page as one script, allowed by its hash; nothing else runs there, and nothing is loaded.
 */
import { webPageIds, type WebPageSettings } from '../../contract/web-page.ts';
import { installTrustedTypes } from '../slide/trusted-types.ts';
import '../slide/look.css';
import './player.css';
import { fillSharedAssets } from './shared-assets.ts';
import { startPresenter } from './presenter.ts';
import { presenterWindow, startShow } from './show.ts';

installTrustedTypes();

const deck = document.getElementById(webPageIds.deck);
const settings = document.getElementById(webPageIds.settings)?.textContent;
if (deck !== null && settings !== undefined) {
  const page = document.documentElement.classList;
  page.add('with-player');
  const asPages = ['as-pages', 'print-pdf'];
  page.remove(...asPages);
  addEventListener('beforeprint', () => page.add(...asPages));
  addEventListener('afterprint', () => page.remove(...asPages));
  fillSharedAssets(deck);
  // Written by Lectern to this type.
  const told = JSON.parse(settings) as WebPageSettings;
  if (window.name === presenterWindow && window.opener !== null) startPresenter(deck, told, window.opener as Window);
  else void startShow(deck, told);
}
