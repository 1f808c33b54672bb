import * as contract from '../../../contract/import.ts';
import { requireRole } from '../../organisation/index.ts';
import { type Call, type Route, refuse, route } from '../../platform/index.ts';
import { checkRows, finishFile, keepFilePart, startImport, takeOver, undo } from './import-steps.ts';
import type { ImportNeeds } from './import-store.ts';
import { listOfImports, previewRows, viewImport, wrongRows } from './imports.ts';
import { wrongRowsFile } from './wrong-rows-file.ts';

/** Taking an older register over. For the coordinators: it is about everybody. */
export function importRoutes(needs: ImportNeeds): Route[] {
  return [
    route(contract.listImports, (call) => listOfImports(needs, coordinators(call).tx, call.query)),
    route(contract.startImport, (call) => startImport(needs, coordinators(call).tx, call.body)),
    route(contract.sendImportPart, (call) => {
      const { importId, part } = call.params;
      return keepFilePart(needs, coordinators(call).tx, importId, { number: part, content: call.body.content });
    }),
    route(contract.finishImportFile, (call) => finishFile(coordinators(call).tx, call.params.importId)),
    route(contract.readImport, (call) => viewImport(needs, coordinators(call).tx, call.params.importId)),
    route(contract.previewImportRows, async (call) => {
      const preview = await previewRows(needs, coordinators(call).tx, call.params.importId, call.body.mapping);
      return preview ?? refuse('import-not-read');
    }),
    route(contract.checkImport, (call) =>
      checkRows(needs, coordinators(call).tx, call.params.importId, call.body.mapping),
    ),
    route(contract.runImport, (call) => takeOver(needs, coordinators(call).tx, call.params.importId)),
    route(contract.readWrongRows, (call) => wrongRows(needs, coordinators(call).tx, call.params.importId, call.query)),
    route(contract.fetchWrongRows, (call) =>
      wrongRowsFile(needs, coordinators(call).tx, call.params.importId, call.query.language),
    ),
    route(contract.undoImport, (call) => undo(coordinators(call).tx, call.params.importId)),
  ];
}

function coordinators<C extends Pick<Call<unknown, unknown, unknown>, 'session'>>(call: C): C {
  requireRole(call.session, 'coordinator');
  return call;
}
