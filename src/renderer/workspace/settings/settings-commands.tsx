import type { Settings } from '../../../contract/schemas/program.ts';
import type { CommandBinding } from '../commands/command-registry.ts';
import { useCommands } from '../commands/use-commands.ts';
import { useSettings } from './use-settings.tsx';

/**
 * Binds the commands that are choices about the program. It shows nothing.
 *
 * @param spelling Whether spelling can be checked here at all.
 */
export function SettingsCommands({ spelling }: { readonly spelling: boolean }): null {
  const { settings, write } = useSettings();
  const theme = (choice: Settings['theme']): CommandBinding => ({
    run: () => write({ theme: choice }),
    isOn: () => settings.theme === choice,
  });
  useCommands({
    'view.light': theme('light'),
    'view.dark': theme('dark'),
    'view.system': theme('system'),
  });
  useCommands(
    {
      'edit.spellcheck': {
        run: () => write({ spellcheck: !settings.spellcheck }),
        isOn: () => settings.spellcheck,
      },
    },
    spelling,
  );
  return null;
}
