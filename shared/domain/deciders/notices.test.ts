// Notices: what the shop tells everybody in the lounge.
import { describe, expect, it } from 'vitest';
import { postNotice, removeNotice } from '../../testing/commandsOf.ts';
import { clock } from '../../testing/littleShop.ts';
import { at, given } from '../../testing/scenario.ts';
import { commandSchema } from '../commands.ts';

const wash = { zh: '今日免费洗车', en: 'Free wash today', from: clock('09:00'), until: clock('12:00') };

describe('a notice', () => {
  it('given none, when one is posted, then it is there with who posted it, and posting it so again changes nothing [NTC-1]', () => {
    const shop = given();
    shop.when(postNotice('n1', wash)).thenEvents({ type: 'NoticePosted', notice: 'n1', ...wash });
    expect(shop.state.notices).toMatchObject({ n1: { id: 'n1', ...wash, by: 'ada' } });
    shop.when(postNotice('n1', wash)).thenNothing();
  });

  it('given one, when its text is posted anew, then it is changed; when it is removed, then it is gone [NTC-1]', () => {
    const posted = given(postNotice('n1', wash), postNotice('n1', { ...wash, zh: '免费洗车至中午' }));
    expect(Object.values(posted.state.notices).map(({ zh }) => zh)).toEqual(['免费洗车至中午']);
    posted.when(removeNotice('n1')).thenEvents({ type: 'NoticeRemoved', notice: 'n1' });
    expect(posted.state.notices).toEqual({});
    posted.when(removeNotice('n1')).thenNothing();
  });

  it('is refused when it would be over at once, or ends before it begins [NTC-1]', () => {
    given(at('12:30')).when(postNotice('n1', wash)).thenRefused('noticeOver', {});
    given()
      .when(postNotice('n1', { ...wash, until: clock('08:59') }))
      .thenRefused('noticeOver', {});
  });

  it('is refused where twenty are there already, those that are over not counted [NTC-1]', () => {
    const twenty = Array.from({ length: 20 }, (_, index) => postNotice(`n${index}`, wash));
    given(twenty).when(postNotice('more', wash)).thenRefused('tooManyNotices', { most: 20 });
    given(twenty, at('12:00'))
      .when(postNotice('more', { ...wash, until: clock('18:00') }))
      .thenEvents({ type: 'NoticePosted', notice: 'more', ...wash, until: clock('18:00') });
  });

  it('says something in one of the two languages at least', () => {
    const said = { id: '019a0000-0000-7000-8000-000000000001', ...postNotice('n1', { ...wash, en: ' ' }) };
    expect(commandSchema.safeParse(said).success).toBe(true);
    expect(commandSchema.safeParse({ ...said, zh: ' ' }).success).toBe(false);
  });
});
