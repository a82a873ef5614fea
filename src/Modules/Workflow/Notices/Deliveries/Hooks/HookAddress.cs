using System.Net;
using System.Net.Sockets;

namespace Qingdan.Workflow.Notices.Deliveries.Hooks;

/// <summary>Which addresses are told nothing: this machine, its link, and where clouds keep the secrets of their machines. Networks of offices are private ones and allowed.</summary>
internal static class HookAddress
{
    // 100.100.100.200 and fd00:ec2::254; 169.254.169.254 is of the link.
    private static readonly IPAddress[] Metadata = [IPAddress.Parse("100.100.100.200"), IPAddress.Parse("fd00:ec2::254")];

    /// <summary>True for an address that must not be told.</summary>
    public static bool Forbidden(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        if (IPAddress.IsLoopback(plain) || plain.IsIPv6LinkLocal || plain.IsIPv6Multicast || plain.Equals(IPAddress.IPv6Any) || Metadata.Contains(plain)) return true;
        if (plain.AddressFamily != AddressFamily.InterNetwork) return false;
        var bytes = plain.GetAddressBytes();
        // 0/8 means this machine, 169.254/16 the link, from 224 on many or nobody.
        return bytes[0] is 0 or 127 or >= 224 || bytes is [169, 254, ..];
    }
}
