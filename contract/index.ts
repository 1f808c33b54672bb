import * as audit from './audit.ts';
import * as chainTerms from './chain-terms.ts';
import type { Endpoint } from './endpoint.ts';
import * as identity from './identity.ts';
import * as incidentImport from './import.ts';
import * as incident from './incident.ts';
import * as notifications from './notifications.ts';
import * as organisation from './organisation.ts';
import * as organisationManagement from './organisation-management.ts';
import * as protocol from './protocol.ts';
import * as protocolHistory from './protocol-history.ts';
import * as questions from './questions.ts';
import * as setup from './setup.ts';
import * as vocabulary from './vocabulary.ts';

const modules = {
  audit,
  chainTerms,
  identity,
  incident,
  incidentImport,
  notifications,
  organisation,
  organisationManagement,
  protocol,
  protocolHistory,
  questions,
  setup,
  vocabulary,
};

/** Every address of the API, each once: what a contract file exports as an endpoint is one. */
export const endpoints: readonly Endpoint[] = [...new Set(Object.values(modules).flatMap(endpointsOf))];

function endpointsOf(module: object): Endpoint[] {
  return Object.values(module).filter(isEndpoint);
}

function isEndpoint(value: unknown): value is Endpoint {
  return typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'answer' in value;
}
