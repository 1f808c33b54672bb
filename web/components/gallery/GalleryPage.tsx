import { Button } from '../Button.tsx';
import { ButtonLink } from '../ButtonLink.tsx';
import { PageHeader } from '../PageHeader.tsx';
import { Columns, Row, Stack } from '../Stack.tsx';
import { Tag } from '../Tag.tsx';
import { DossierParts } from './DossierParts.tsx';
import { FormParts } from './FormParts.tsx';
import { ListParts } from './ListParts.tsx';
import { StateParts } from './StateParts.tsx';

/** Every building block in its states, on one page: to look at while building, and for the tests to check. Not in any menu. */
export function GalleryPage() {
  return (
    <>
      <PageHeader
        title="Bedreiging aan balie 3"
        tabTitle="Galerij"
        trail={[{ label: 'Galerij', href: '/galerij' }, { label: '2026-0412' }]}
        tags={
          <>
            <Tag tone="amber">In opvolging</Tag>
            <Tag>Dreigen of intimideren</Tag>
          </>
        }
        meta="dinsdag 17 november, 13.55 uur · Stadskantoor, balie 3"
        actions={
          <>
            <ButtonLink kind="secondary" href="/galerij" icon="plus">
              Iets toevoegen
            </ButtonLink>
            <Button>Reactie versturen</Button>
          </>
        }
      />
      <DossierParts />
      <Columns>
        <FormParts />
        <StateParts />
      </Columns>
      <ListParts />
      <Stack>
        <Row>
          <Button>Opslaan</Button>
          <Button busy>Bezig met opslaan</Button>
          <Button kind="secondary" icon="phone">
            Bel Henk
          </Button>
          <Button kind="plain">Annuleren</Button>
        </Row>
        <Button kind="help" icon="phone" wide>
          Bel 112
        </Button>
      </Stack>
    </>
  );
}
