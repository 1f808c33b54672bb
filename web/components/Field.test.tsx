import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { ManyChoices } from './ChoiceCards.tsx';
import { Field } from './Field.tsx';
import { TextInput } from './TextInput.tsx';

describe('a field', () => {
  it('ties label, hint and what to look at again to the control inside it', () => {
    const html = renderToStaticMarkup(
      <Field id="email" label="E-mailadres" hint="Van je werk." error="Vul een e-mailadres in" optional>
        <TextInput />
      </Field>,
    );
    expect(html).toContain('<label class="utrecht-form-label field__label" for="email">');
    expect(html).toContain('(optioneel)');
    expect(html).toMatch(/<input id="email" aria-describedby="email-hint email-error" aria-invalid="true"/);
    expect(html).toMatch(/id="email-error".*Vul een e-mailadres in/);
  });

  it('names a group of choices once, and each choice by its own words', () => {
    const html = renderToStaticMarkup(
      <ManyChoices
        id="seen"
        legend="Wat gebeurde er?"
        choices={[{ value: 'threat', label: 'Dreigen', hint: '‘Ik weet waar je woont’' }]}
        chosen={['threat']}
        onChange={() => {}}
      />,
    );
    expect(html).toMatch(/<fieldset id="seen".*<legend[^>]*>Wat gebeurde er\?/);
    expect(html).toContain('aria-labelledby="seen-threat-label"');
    expect(html).toContain('aria-describedby="seen-threat-hint"');
    expect(html).toContain('checked=""');
  });
});
