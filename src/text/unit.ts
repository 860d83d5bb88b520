/** Units as people write them: "cm²/s", "cm^2 s^-1", "cm2 s-1" and "cm**2/s" are one unit. */
import { plainText } from './plain';

/** A solidus, a symbol, its power. */
const factor = /^(\/?)([^\d^+-]*)\^?([+-]?\d+)?$/;

/** The factors of a unit with their powers, in one order and one spelling; what is no unit stays what it is. */
export function unitFactors(text: string): string {
  return (
    plainText(text)
      // "(m^2 s)^-1" is "/(m^2 s)", and a solidus before brackets divides by each factor in them.
      .replace(/^(\([^()]*\))\^?-1$/, '/$1')
      .replace(/\/ ?\(([^()]*)\)/g, (_, inside: string) => inside.replace(/[^* ]+/g, '/$&'))
      .replace(/\/ +/g, '/')
      .split(/[* ]+|(?=\/)/)
      .map((part) => {
        const [, solidus = '', symbol = part, power = '1'] = factor.exec(part) ?? [];
        return (
          symbol.replace(/^(deg(rees?)?|[º˚])$/, '°') + (solidus === '' ? Number(power) : -Number(power))
        );
      })
      .sort()
      .join(' ')
  );
}
