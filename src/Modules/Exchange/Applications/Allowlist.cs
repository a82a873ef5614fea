using System.Net;
using Qingdan.Platform.Results;

namespace Qingdan.Exchange.Applications;

/// <summary>来源地址: where an application may call from, an address or a range (CIDR) on each line.</summary>
internal static class Allowlist
{
    private const int Most = 50;

    /// <summary>The ranges of a text, or all that is wrong with it.</summary>
    public static Result<IPNetwork[]> Read(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var (ranges, faults) = (new List<IPNetwork>(), new List<Fault>());
        if (lines.Length == 0) faults.Add(new("exchange.allowlist.required", "请填写来源地址：每行一个地址或者网段。", "allowlist"));
        if (lines.Length > Most) faults.Add(new("exchange.allowlist.too-many", "来源地址不超过 {0} 行，现有 {1} 行。", "allowlist", FaultKind.Invalid, Most, lines.Length));
        foreach (var line in lines.Take(Most))
            if (Range(line) is { } range) ranges.Add(range);
            else faults.Add(new("exchange.allowlist.unreadable", "“{0}”不是地址或者网段，应写成 10.1.2.3 或者 10.1.2.0/24。", "allowlist", FaultKind.Invalid, line));
        return faults.Count > 0 ? faults : ranges.ToArray();
    }

    /// <summary>True when an address is in one of the ranges; one that came as IPv6 over IPv4 counts as what it is.</summary>
    public static bool Allows(this IPNetwork[] ranges, IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        foreach (var range in ranges)
            if (range.Contains(plain)) return true;
        return false;
    }

    // A whole network of everybody is no restriction.
    private static IPNetwork? Range(string line)
    {
        if (IPAddress.TryParse(line, out var address)) return new IPNetwork(address, address.GetAddressBytes().Length * 8);
        return IPNetwork.TryParse(line, out var range) && range.PrefixLength >= 8 ? range : null;
    }
}
