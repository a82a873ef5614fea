using Microsoft.Extensions.Configuration;

namespace Qingdan.Exchange.Gateway;

/// <summary>How long providers are waited for and how much is taken from them, from the configuration under <c>Gateway</c> (environment: <c>Gateway__ProviderSeconds</c>).</summary>
/// <param name="Begin">How long one may take until it begins to answer.</param>
/// <param name="Whole">How long a whole answer may take.</param>
/// <param name="Bytes">How long an answer may be.</param>
internal sealed record GatewayOptions(TimeSpan Begin, TimeSpan Whole, long Bytes)
{
    private const int UsualBegin = 15, UsualWhole = 300, MostSeconds = 3_600, UsualMegabytes = 256, MostMegabytes = 1_024;

    /// <summary>Reads them; what makes no sense stops the program at its start.</summary>
    public static GatewayOptions Read(IConfiguration configuration)
    {
        var (begin, whole) = (configuration.GetValue("Gateway:ProviderSeconds", UsualBegin), configuration.GetValue("Gateway:AnswerSeconds", UsualWhole));
        if (begin is < 1 or > MostSeconds) throw new InvalidOperationException($"Gateway:ProviderSeconds is {begin}; it can be 1 to {MostSeconds}.");
        if (whole < begin || whole > MostSeconds) throw new InvalidOperationException($"Gateway:AnswerSeconds is {whole}; it can be {begin} (Gateway:ProviderSeconds) to {MostSeconds}.");
        var megabytes = configuration.GetValue("Gateway:AnswerMegabytes", UsualMegabytes);
        if (megabytes is < 1 or > MostMegabytes) throw new InvalidOperationException($"Gateway:AnswerMegabytes is {megabytes}; it can be 1 to {MostMegabytes}.");
        return new(TimeSpan.FromSeconds(begin), TimeSpan.FromSeconds(whole), (long)megabytes << 20);
    }
}
