import { define, whenReady } from './define.ts';
import { ItemTools } from './item-tools.ts';
import { listenForKeys } from './keys.ts';
import { ReaderSettings } from './settings.ts';

define({ 'reader-settings': ReaderSettings, 'item-tools': ItemTools });
whenReady(listenForKeys);
