import { targetPlace } from './places';
import { type DeclarationRule, repeated } from './rule';
import { PERMISSIONS } from '../github/permissions';
import type { PermissionModel } from '../model/model';
import { stepTargetsOf } from '../model/publish';
import { suggestion } from '../text/suggestion';

export const permissionMalformed: DeclarationRule = {
  id: 'permission-malformed',
  level: 'error',
  about: 'declaration',
  cause: "A job's token is to have a right that GitHub does not know, one without a reason, or one twice; GitHub then refuses the whole workflow, or a reader cannot tell what it is for.",
  cure: 'Name each right once, as it is called in workflows, with the access that it has and what for. A right that is not named is not given.',
  check: (model) => stepTargetsOf(model).flatMap((target) => {
    const all = target.permissions.map((permission, index) => ({ where: targetPlace(target, `permissions[${index}]`), permission }));
    return [
      ...all.flatMap(({ where, permission }) => complaints(permission).map(([what, fix]) => ({ where, what, fix }))),
      ...repeated(all, ({ permission }) => permission.permission).map(({ value: { where, permission } }) =>
        ({ where, what: `'${permission.permission}' is there already`, fix: 'Name it once, with the access that is enough for both.' })),
    ];
  }),
};

function complaints({ permission, access, reason }: PermissionModel): [what: string, fix: string][] {
  if (!Object.hasOwn(PERMISSIONS, permission)) {
    return [[`a workflow's token has no permission '${permission}'`, suggestion(permission, Object.keys(PERMISSIONS))]];
  }
  return [
    ...access === 'none' ? [[`gives no '${permission}', as if it were not there`, 'Leave it out: what is not named is not given.'] as [string, string]] : [],
    ...access !== 'none' && !PERMISSIONS[permission].includes(access)
      ? [[`'${permission}' has no access '${access}'; there is '${PERMISSIONS[permission]}'`, `Write '${PERMISSIONS[permission]}'.`] as [string, string]] : [],
    ...reason.trim() === '' ? [[`'${permission}' has no reason`, 'Say what it is needed for: it stands in the workflow as a comment.'] as [string, string]] : [],
  ];
}
