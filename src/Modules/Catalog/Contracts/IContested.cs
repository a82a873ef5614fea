namespace Qingdan.Catalog.Contracts;

/// <summary>存疑: who handles objections tells which resources are contested.</summary>
public interface IContested
{
    /// <summary>The marks of these resources, by resource, with one statement; what is not contested is left out.</summary>
    Task<IReadOnlyDictionary<long, ContestedMark>> Of(IReadOnlyCollection<long> resourceIds, CancellationToken cancel);
}

/// <summary>存疑: an objection to the data was accepted and is being verified.</summary>
/// <param name="Since">The day of the first acceptance.</param>
/// <param name="Objections">How many are being verified.</param>
/// <param name="Items">Names of the items; empty when it is the whole resource.</param>
public sealed record ContestedMark(DateOnly Since, int Objections, IReadOnlyList<string> Items);
