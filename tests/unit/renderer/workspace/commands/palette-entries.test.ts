import { expect, test } from 'vitest';
import { commandTable } from '../../../../../src/contract/commands.ts';
import { matchingCommands, matchingSlides } from '../../../../../src/renderer/workspace/commands/palette-entries.ts';

const commands = commandTable.map((info) => ({ info, id: info.id, label: info.label, isOn: null }));
const slides = [
  { key: 's1', label: '1', title: 'Bomber capabilities' },
  { key: 's2', label: '2', title: 'Bottom line' },
  { key: 's3', label: '2.1', title: 'Détails du 3 mai' },
  { key: 's4', label: '3', title: '航空自衛隊の緊急発進' },
];

test('a few letters of any of its words find a command, the ones that begin with them first', () => {
  expect(matchingCommands(commands, 'pres').map(({ id }) => id)).toEqual(['present.start', 'present.here']);
  expect(matchingCommands(commands, 'save')[0]?.id).toBe('file.save');
  expect(matchingCommands(commands, 'disk comp').map(({ id }) => id)).toEqual(['file.compareDisk']);
  expect(matchingCommands(commands, '')).toHaveLength(commands.length);
});

test('a slide is found by its number first, and by words of its title', () => {
  expect(matchingSlides(slides, '3').map(({ key }) => key)).toEqual(['s4', 's3']);
  expect(matchingSlides(slides, '2.1').map(({ key }) => key)).toEqual(['s3']);
  expect(matchingSlides(slides, 'details').map(({ key }) => key)).toEqual(['s3']);
  expect(matchingSlides(slides, '緊急').map(({ key }) => key)).toEqual(['s4']);
  expect(matchingSlides(slides, ' ')).toEqual([]);
});
