using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using Qingdan.Catalog.Contracts;
using Qingdan.Lists.Findings;

namespace Qingdan.Lists.Generation;

/// <summary>One generation over a stream of resources, ordered by id: adds what only the whole shows (names twice, units), and the digest of all. Pure.</summary>
internal sealed class Generator(AcceptedLevels levels)
{
    private readonly Generate _generate = new(levels);
    private readonly HashSet<(long Provider, string Name)> _names = [];
    private readonly SortedDictionary<long, ProviderFacts> _providers = [];
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly ArrayBufferWriter<byte> _line = new(8192);

    /// <summary>The canonical line of the last proposal, without its end.</summary>
    public ReadOnlySpan<byte> LastLine => _line.WrittenSpan[..^1];

    /// <summary>What follows from the next resource.</summary>
    public Proposal Next(ResourceInput input)
    {
        var resource = input.Resource;
        var proposal = _generate.From(input);
        if (!_names.Add((resource.ProviderId, NameKey.Of(resource.Name))))
            proposal = proposal with { Notices = [.. proposal.Notices, new Notice(FindingKind.SameName, 0, resource.Name)] };
        _providers.TryAdd(resource.ProviderId, input.Provider);
        Append(input.Provider, proposal);
        return proposal;
    }

    /// <summary>What follows from a listed demand for data outside the catalogue.</summary>
    public Proposal Next(DemandInput demand)
    {
        var entry = _generate.FromDemand(new DemandStanding(demand.Id, demand.Number), demand.Name, demand.Frequency, demand.Items);
        var proposal = new Proposal(entry, null, demand.Settled ? [] : [new Notice(FindingKind.ShareUndetermined, 0, demand.Name)]);
        _providers.TryAdd(demand.ProviderId, demand.Provider);
        Append(demand.Provider, proposal);
        return proposal;
    }

    /// <summary>Findings about the units themselves.</summary>
    public IEnumerable<(long ProviderId, Notice Notice)> OfUnits()
    {
        foreach (var (id, provider) in _providers)
        {
            if (provider.Code is null) yield return (id, new Notice(FindingKind.NoUnitCode, 0, provider.Name));
            if (provider.Proposed) yield return (id, new Notice(FindingKind.UnitProposed, 0, provider.Name));
        }
    }

    /// <summary>SHA-256 over the canonical lines, in hexadecimal; ends the generation.</summary>
    public string Digest() => Convert.ToHexStringLower(_hash.GetHashAndReset());

    private void Append(ProviderFacts provider, Proposal proposal)
    {
        _line.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(_line, CanonicalBytes.Options)) CanonicalBytes.Write(json, provider.Code ?? provider.Name, proposal);
        _line.Write("\n"u8);
        _hash.AppendData(_line.WrittenSpan);
    }
}
