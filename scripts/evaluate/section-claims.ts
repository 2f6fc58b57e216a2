import type { Evaluation } from './evaluation';

/** Lists what these numbers do not show. */
export function tellClaims({ report }: Evaluation): void {
  report.heading('What may not be claimed');
  report.list([
    'Any accuracy confirmed by sequencing beyond the four isolates of the plate. The forest reads the same spectra and is another model; that both agree is no proof.',
    'That the answers of the Italian spectra are right: their species are not published. What can be said is how many are accepted, and how far they agree with one another.',
    'Accuracy on *K. oxytoca*: there is one strain, measured with two settings of one institute.',
    'Accuracy on real spectra of *K. aerogenes*, *K. michiganensis*, *K. grimontii*, *Raoultella*, *K. quasivariicola* and the taxa known from one genome: none here has a label. *K. quasipneumoniae* subsp. *similipneumoniae* rests on the forest alone, and its naming masses on two genomes.',
    'That a name by YhcN, YjbJ and YbgS is right for strains unlike those of the plate: the three were chosen on real spectra of the plate, and their masses come from few genomes of most species.',
    'The recognition of species that the model does not name: *K. africana* looks like *K. pneumoniae*, and *K. pasteurii* like *K. michiganensis* or *K. grimontii*.',
    'That no foreign organism is accepted: those here are few species of three laboratories. Which relative a refused spectrum is closest to is a hint and no identification.',
    'Behaviour on instruments, growth media and extraction methods that are not here.',
  ]);
}
