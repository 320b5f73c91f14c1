import { describe, expect, it } from 'vitest';
import { labOf } from '../../lab/lab.ts';

describe('the name of a lab', () => {
  it.each(['default', 'a', '7', 'zone-drill', 'a'.repeat(20)])('may be "%s"', name => {
    expect(labOf(name, '/c').dir).toBe(`/c/labs/${name}`);
  });

  it.each(['', 'A', '-a', 'a-', 'a_b', 'a/b', '..', 'a b', 'a'.repeat(21), 'a\n'])('may not be %j', name => {
    expect(() => labOf(name, '/c')).toThrow('cannot name a lab');
  });
});

describe('the cache of a lab', () => {
  it('is refused if the path of a socket below it would be too long', () => {
    expect(() => labOf('x', `/${'c'.repeat(90)}`)).toThrow('is too long for the sockets');
  });

  it.each(['/var/lib/slipway', '/run/slipway'])('is refused below %s, which nodes mount privately', cache => {
    expect(() => labOf('x', cache)).toThrow('a lab cannot be below');
  });
});
