using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using Qingdan.Lists.Findings;

namespace Qingdan.Lists.Generation;

/// <summary>
/// One generation over a stream of resources: adds what only the whole shows (the units), and the digest of all,
/// which is the same in whatever order the resources come. Pure.
/// </summary>
internal sealed class Generator
{
    private readonly Generate _generate = new();
    private readonly SortedDictionary<long, ProviderFacts> _providers = [];
    private readonly List<byte[]> _lines = [];
    private readonly ArrayBufferWriter<byte> _line = new(8192);

    /// <summary>The units met so far.</summary>
    public IReadOnlyCollection<long> Providers => _providers.Keys;

    /// <summary>A unit of which something stands in catalogue or lists.</summary>
    public void Meet(long providerId, ProviderFacts provider) => _providers.TryAdd(providerId, provider);

    /// <summary>What follows from the next resource.</summary>
    public Proposal Next(ResourceInput input)
    {
        var proposal = _generate.From(input);
        Meet(input.Resource.ProviderId, input.Provider);
        Append(input.Provider, proposal);
        return proposal;
    }

    /// <summary>What follows from a listed demand for data outside the catalogue.</summary>
    public Proposal Next(DemandInput demand)
    {
        var entry = _generate.FromDemand(new DemandStanding(demand.Id, demand.Number), demand.Name, demand.Frequency, demand.Items);
        var proposal = new Proposal(entry, null, demand.Settled ? [] : [new Notice(ListFindings.OutsideUndetermined, demand.Name)]);
        Meet(demand.ProviderId, demand.Provider);
        Append(demand.Provider, proposal);
        return proposal;
    }

    /// <summary>Findings about the units themselves.</summary>
    public IEnumerable<(long ProviderId, Notice Notice)> OfUnits()
    {
        foreach (var (id, provider) in _providers)
            foreach (var notice in GenerateNotices.OfUnit(provider)) yield return (id, notice);
    }

    /// <summary>SHA-256 over the sorted digests of the canonical lines, in hexadecimal.</summary>
    public string Digest()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var line in _lines.Order(Comparer<byte[]>.Create((a, b) => a.AsSpan().SequenceCompareTo(b)))) hash.AppendData(line);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private void Append(ProviderFacts provider, Proposal proposal)
    {
        _line.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(_line, CanonicalBytes.Options)) CanonicalBytes.Write(json, Key(provider), proposal);
        _lines.Add(SHA256.HashData(_line.WrittenSpan));
    }

    private static string Key(ProviderFacts provider) => provider.Code ?? provider.Name;
}
