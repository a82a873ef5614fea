using Qingdan.Organizations.StandIns;

namespace Qingdan.Organizations.People;

/// <summary>One person in the list.</summary>
public sealed record PersonRow(long Id, string SignInName, string FullName, string Unit, string Roles, string DeputyOf, bool Disabled, bool Locked, DateTimeOffset? LastSignInAt);

/// <summary>One page of people.</summary>
public sealed record PeopleView(IReadOnlyList<PersonRow> Rows, int Page, int Total, bool All, bool MayCreate)
{
    /// <summary>Rows a page.</summary>
    public const int Size = 50;
}

/// <summary>One person, with what the reader may do.</summary>
/// <param name="Row">As in the list.</param>
/// <param name="Version">For the guarded save.</param>
/// <param name="Held">Roles held.</param>
/// <param name="Draft">The data as typed; the phone only for those who may edit, otherwise masked.</param>
/// <param name="MustChange">True while the password is to be changed.</param>
/// <param name="Manages">True for a system administrator, except on himself.</param>
/// <param name="Grants">True for a security administrator, except on himself.</param>
/// <param name="NamesFirst">True when the system administrator may name this person the first security administrator.</param>
public sealed record PersonView(PersonRow Row, long Version, IReadOnlyList<string> Held, PersonDraft Draft, bool MustChange, bool Manages, bool Grants, bool NamesFirst)
{
    /// <summary>代理 in which the person is one or the other.</summary>
    public IReadOnlyList<StandInRow> StandIns { get; init; } = [];

    /// <summary>True when the reader may record one for this person.</summary>
    public bool HandsOver { get; init; }

    /// <summary>True when the reader sees business data.</summary>
    public bool SeesBusiness { get; init; }
}
