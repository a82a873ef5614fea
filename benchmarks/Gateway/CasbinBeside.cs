using System.Globalization;

namespace Qingdan.Bench.Gateway;

/// <summary>node-casbin with one rule a grant, in a process of its own (benchmarks/casbin).</summary>
internal static class CasbinBeside
{
    /// <summary>Microseconds of one decision.</summary>
    public static async Task<double> Run(int rules)
    {
        var folder = Path.Combine("benchmarks", "casbin");
        await Load.Run("npm", "--prefix", folder, "install", "--no-package-lock", "--no-audit", "--no-fund", "--silent");
        return double.Parse(await Load.Run("node", Path.Combine(folder, "bench.js"), rules.ToString(CultureInfo.InvariantCulture)), CultureInfo.InvariantCulture);
    }
}
