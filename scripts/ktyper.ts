import { runAsPackage, thisApp } from './headless/this-app';

/**
 * The program `ktyper` of the package: starts one of the commands. `scripts/build-package.ts` bundles it.
 */

interface Command {
  readonly says: string;
  /** Runs it: the modules of commands do so when they are loaded. */
  readonly start: () => Promise<unknown>;
}

const COMMANDS: Readonly<Record<string, Command>> = {
  classify: {
    says: 'names the species of spectra: one job, one file of results',
    start: () => import('./classify'),
  },
  cohort: {
    says: 'names the species of many plates, into one table, and goes on where it was ended',
    start: () => import('./cohort'),
  },
  merge: {
    says: 'puts the outputs of several cohorts into one',
    start: () => import('./merge'),
  },
  report: {
    says: 'a report to print and to sign: of one job, or of a cohort with a chart of its quality',
    start: () => import('./report'),
  },
  preprocess: {
    says: 'writes each spectrum as the recipe of the models leaves it',
    start: () => import('./preprocess'),
  },
  evaluate: {
    says: 'judges the bundled model by spectra of which the species is known',
    start: () => import('./evaluate'),
  },
  'import-model': {
    says: "makes a model pack of a laboratory's own model",
    start: () => import('./import-model'),
  },
};

const USAGE = `Usage: ktyper COMMAND [options]

Names species of Klebsiella from MALDI-TOF mass spectra, without a browser and without a network.

${Object.entries(COMMANDS)
  .map(([name, { says }]) => `  ${name.padEnd(14)}${says}`)
  .join('\n')}

ktyper COMMAND --help tells all of a command; ktyper --version tells the version and its commit.
For research use only. Not for use in diagnostic procedures.
`;

// npm sets it to where npm was started, which says nothing of the paths that are typed here.
delete process.env['INIT_CWD'];
runAsPackage(__APP_COMMIT__);

const [node = '', file = '', name = '', ...args] = process.argv;
if (name === '--help' || name === '-h' || name === 'help') process.stdout.write(USAGE);
else if (name === '--version') {
  const { version, commit } = thisApp();
  process.stdout.write(`ktyper ${version}${commit === null ? '' : ` (${commit})`}\n`);
} else if (!Object.hasOwn(COMMANDS, name)) {
  process.stderr.write(`${name === '' ? '' : `There is no command "${name}".\n\n`}${USAGE}`);
  process.exitCode = 2;
} else {
  process.argv = [node, file, ...args];
  await COMMANDS[name]!.start();
}
