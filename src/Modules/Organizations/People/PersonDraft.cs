using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Qingdan.Organizations.Contracts;
using Qingdan.Platform.Database;
using Qingdan.Platform.Results;

namespace Qingdan.Organizations.People;

/// <summary>What the system administrator typed about a person, as typed.</summary>
public sealed record PersonDraft
{
    /// <summary>Name to sign in with; only for a new person.</summary>
    public string SignInName { get; init; } = "";

    /// <summary>Full name.</summary>
    public string FullName { get; init; } = "";

    /// <summary>The unit, by any of its names or codes; empty for administrators without one.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Telephone.</summary>
    public string Phone { get; init; } = "";

    /// <summary>Address for mail.</summary>
    public string Email { get; init; } = "";

    /// <summary>Sign-in name of the person whose B角 this is.</summary>
    public string DeputyOf { get; init; } = "";
}

/// <summary>A draft that was understood and found right.</summary>
internal sealed record PersonFacts(string SignInName, string FullName, long? UnitId, string Phone, string Email, long? DeputyOfId)
{
    /// <summary>What the audit log shows; the phone number and the address masked.</summary>
    public object Shown(UnitTree tree) => new { SignInName, FullName, Unit = UnitId is { } id ? tree.ShortName(id) : null, Phone = PhoneMask.Of(Phone), Email = EmailMask.Of(Email), DeputyOfId };
}

/// <summary>138****5678: enough to recognise a number, not enough to call it.</summary>
internal static class PhoneMask
{
    private const int Front = 3, Back = 4;

    public static string Of(string phone) => phone.Length <= Front + Back ? new string('*', phone.Length) : $"{phone[..Front]}****{phone[^Back..]}";
}

/// <summary>Finds everything that hinders saving a person.</summary>
internal sealed partial class PersonCheck(Store store, IOrganizationDirectory directory)
{
    private const int LongestName = 50, LongestEmail = 254;

    /// <param name="draft">As typed.</param>
    /// <param name="person">The person it is for; null for a new one, whose sign-in name is looked at as well.</param>
    /// <param name="cancel">Ends the look.</param>
    public async Task<Result<PersonFacts>> Run(PersonDraft draft, Person? person, CancellationToken cancel)
    {
        var faults = new List<Fault>();
        var (signInName, fullName, phone, email) = (person?.SignInName ?? draft.SignInName.Trim(), draft.FullName.Trim(), draft.Phone.Trim(), draft.Email.Trim());
        if (person is null) await LookAtName(signInName, faults, cancel);
        if (fullName.Length is 0 or > LongestName) faults.Add(new Fault("organizations.full-name", "请填写姓名，最长 {0} 个字。", "fullName", FaultKind.Invalid, LongestName));
        if (phone.Length > 0 && !Phone().IsMatch(phone)) faults.Add(new Fault("organizations.phone", "电话只用数字、空格、横线和加号，5 到 20 位。", "phone"));
        if (email.Length > LongestEmail || (email.Length > 0 && !Email().IsMatch(email))) faults.Add(new Fault("organizations.email", "邮箱写成 name@example.cn 的样子，一个地址，不带空格。", "email"));
        var tree = await directory.Tree(cancel);
        var unit = draft.Unit.Trim() is { Length: > 0 } text ? tree.Resolve(text) : null;
        if (unit is null && draft.Unit.Trim().Length > 0) faults.Add(new Fault("organizations.person.unit", "没有找到单位“{0}”。请填写它的全称、简称或代码。", "unit", FaultKind.Invalid, draft.Unit.Trim()));
        if (draft.Unit.Trim().Length == 0 && person is not null && await store.Set<PersonRole>().AnyAsync(r => r.PersonId == person.Id && !RoleRules.Three.Contains(r.Role), cancel))
            faults.Add(new Fault("organizations.person.unit.required", "这个人员有业务角色，必须有所属单位。请填写单位，或者先请安全管理员收回角色。", "unit"));
        var deputyOf = draft.DeputyOf.Trim() is { Length: > 0 } name ? await Principal(name, unit, person?.Id, tree, faults, cancel) : null;
        return faults.Count > 0 ? faults : new PersonFacts(signInName, fullName, unit, phone, email, deputyOf);
    }

    private async Task LookAtName(string name, List<Fault> faults, CancellationToken cancel)
    {
        var key = Person.KeyOf(name);
        if (!SignInName().IsMatch(name)) faults.Add(new Fault("organizations.sign-in-name.shape", "登录名用 3 到 40 个英文字母、数字、点、横线或下划线。", "signInName"));
        else if (await store.Set<Person>().AnyAsync(p => p.SignInKey == key, cancel))
            faults.Add(new Fault("organizations.sign-in-name.taken", "登录名“{0}”已有人使用。请换一个。", "signInName", FaultKind.Invalid, name));
    }

    private async Task<long?> Principal(string name, long? unit, long? own, UnitTree tree, List<Fault> faults, CancellationToken cancel)
    {
        var key = Person.KeyOf(name);
        var family = unit is { } id ? tree.Family(id) : [];
        var principal = await store.Set<Person>().AsNoTracking().SingleOrDefaultAsync(
            p => p.SignInKey == key && p.Id != own && p.State == PersonState.Active && p.DeputyOfId == null && p.UnitId != null && family.Contains(p.UnitId.Value), cancel);
        if (principal is null)
            faults.Add(new Fault("organizations.person.deputy", "本单位没有登录名为“{0}”、可以设B角的在用人员。请填写本单位A角的登录名。", "deputyOf", FaultKind.Invalid, name));
        return principal?.Id;
    }

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9._-]{2,39}$")]
    private static partial Regex SignInName();

    [GeneratedRegex(@"^[0-9+\- ]{5,20}$")]
    private static partial Regex Phone();

    [GeneratedRegex(@"^[A-Za-z0-9._%+\-]+@[A-Za-z0-9](?:[A-Za-z0-9.\-]*[A-Za-z0-9])?$")]
    private static partial Regex Email();
}
