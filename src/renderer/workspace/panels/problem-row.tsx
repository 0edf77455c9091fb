import { CircleAlert, Info, TriangleAlert, Wrench } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button, GridListItem } from 'react-aria-components';
import type { Problem } from '../../../core/checks/problem.ts';
import type { Severity } from './deck-checks.ts';

interface ProblemRowProps {
  readonly problem: Problem;
  readonly onMend: (problem: Problem) => void;
}

const icons: Readonly<Record<Severity, ReactElement>> = {
  error: <CircleAlert aria-hidden />,
  warning: <TriangleAlert aria-hidden />,
  hint: <Info aria-hidden />,
};

const words: Readonly<Record<Severity, string>> = { error: 'Error', warning: 'Warning', hint: 'Hint' };

/** One problem: what it is, where it is, and what mends it. */
export function ProblemRow({ problem, onMend }: ProblemRowProps): ReactElement {
  const { id, severity, message, line, mend } = problem;
  const place = line === undefined ? '' : `Line ${line.toLocaleString('en')}`;
  return (
    <GridListItem
      id={id}
      className="ui-problem"
      textValue={[`${words[severity]}:`, message, place, mend?.label ?? ''].join(' ').trim()}
    >
      <span className="ui-problem-icon" data-severity={severity}>
        {icons[severity]}
      </span>
      <span className="ui-problem-text">
        {message} <span className="ui-problem-place">{place}</span>
      </span>
      {mend !== null && (
        <Button
          className="ui-button ui-button-quiet-edge ui-problem-mend"
          aria-label={`Fix: ${mend.label}`}
          onPress={() => onMend(problem)}
        >
          <Wrench aria-hidden />
          <span className="ui-problem-mend-label">{mend.label}</span>
        </Button>
      )}
    </GridListItem>
  );
}
