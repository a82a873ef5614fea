using Qingdan.Platform.Identity;

namespace Qingdan.Organizations.Contracts;

/// <summary>职能划转: what a transfer is about.</summary>
/// <param name="From">All ids that mean the unit which hands over.</param>
/// <param name="To">The unit that takes over.</param>
/// <param name="Whole">True when all the unit has goes, also what hangs on no resource of the catalogue.</param>
/// <param name="Resources">The resources that go.</param>
public sealed record DutyScope(IReadOnlyList<long> From, long To, bool Whole, IReadOnlySet<long> Resources);

/// <summary>Why rows change hands, for their history. Names are data.</summary>
/// <param name="From">The unit before.</param>
/// <param name="To">The unit now.</param>
/// <param name="Document">Number or title of the document.</param>
/// <param name="Day">From this day on.</param>
public sealed record DutyReason(string From, string To, string Document, DateOnly Day);

/// <summary>One record that a transfer touches.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Name">Its name; empty for a draft that only its own unit may see.</param>
/// <param name="Code">Its code or number; empty without one.</param>
/// <param name="State">Where it stands, a Chinese word to be translated.</param>
public sealed record DutyRow(long Id, string Name, string Code, string State)
{
    /// <summary>A day that runs on unchanged: promised, needed from, to be reviewed.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>What the day is, a Chinese word.</summary>
    public string DueWord { get; init; } = "";

    /// <summary>Why it does not go although it is touched, a Chinese sentence; empty when it goes.</summary>
    public string Stays { get; init; } = "";
}

/// <summary>Records that follow a duty. A module with such records implements it for each kind.</summary>
public interface IDutyHolder
{
    /// <summary>The kind, Chinese: 责任清单.</summary>
    string Kind { get; }

    /// <summary>The records that a transfer touches now, those that stay among them.</summary>
    Task<IReadOnlyList<DutyRow>> Touched(DutyScope scope, CancellationToken cancel);

    /// <summary>
    /// Gives the rows that go to the new unit, inside the caller's transaction, each with its audit event; answers all that were touched.
    /// Codes, numbers, versions and every day stay as they are: a running term is neither interrupted nor counted anew.
    /// </summary>
    Task<IReadOnlyList<DutyRow>> Move(DutyScope scope, DutyReason reason, Actor actor, CancellationToken cancel);

    /// <summary>The last step of the transaction: fresh revisions for the rows that went, so that whoever holds them in memory reads them again.</summary>
    Task Stamp(IReadOnlyList<DutyRow> moved, CancellationToken cancel);
}

/// <summary>A resource that can be handed over.</summary>
public sealed record DutyResource(long Id, string Name, string Code, string System);

/// <summary>The catalogue as a transfer chooses from it.</summary>
public interface IDutyResources
{
    /// <summary>All resources of units that can change hands: neither withdrawn nor being imported.</summary>
    Task<IReadOnlyList<DutyResource>> Of(IReadOnlyCollection<long> units, CancellationToken cancel);
}
