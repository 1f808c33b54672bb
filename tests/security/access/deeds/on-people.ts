import * as contract from '../../../../contract/incident.ts';
import { cast } from '../../../../database/demo/cast.ts';
import { newId } from '../../../../server/platform/index.ts';
import { has } from '../readers.ts';
import { told } from '../told.ts';
import { by, type Deed, deed, ofIncident } from './deed.ts';

/** To begin with it, and with everybody whom it touches. */
export const onPeople: readonly Deed[] = [
  deed(
    'take it up',
    contract.takeUpIncident,
    ofIncident(() => ({})),
    by('take_up'),
  ),
  deed(
    'record a contact',
    contract.recordContact,
    ofIncident((now) => ({ withPersonId: cast.sanne.id, way: 'phone', reached: false, at: now.toISOString() })),
    by('record_contact'),
  ),
  deed(
    'add a person',
    contract.addInvolved,
    ofIncident(() => ({ personId: cast.joris.id, role: 'witness' })),
    by('add_people'),
  ),
  deed(
    'invite a guest',
    contract.inviteGuest,
    ({ incidentId }) => ({
      body: {
        linkId: newId(),
        on: { incidentId, role: 'witness' },
        guest: { kind: 'known', personId: cast.gerrit.id },
      },
    }),
    by('add_people'),
  ),
  deed(
    'see where an office-holder lives',
    contract.openProtectedPlace,
    ofIncident(() => ({ reason: 'police' })),
    by('add_people'),
  ),
  deed(
    'keep who did it',
    contract.identifyPerson,
    ofIncident(() => ({
      name: told.aggressor,
      bornOn: null,
      postcode: null,
      houseNumber: null,
      description: 'Man met een hond',
      looks: null,
    })),
    by('add_people'),
  ),
  deed(
    'say that two are the same person',
    contract.decideSamePerson,
    ({ sameId }) => ({ params: { sameId }, body: { decision: 'same' } }),
    (reader) => (has(reader, 'act') ? 'may' : 404),
  ),
  deed(
    'join with who is in another dossier',
    contract.joinPerson,
    ofIncident(() => ({ number: '1999-0001' })),
    by('add_people'),
  ),
  deed(
    'add a relative',
    contract.addRelative,
    ofIncident(() => ({ relativeId: newId(), relation: 'child', name: 'Zoë' })),
    by('add_people'),
  ),
  deed(
    'take a relative off it',
    contract.removeRelative,
    ({ incidentId, relativeId }) => ({ params: { incidentId, relativeId } }),
    by('add_people'),
  ),
];
