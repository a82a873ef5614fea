using Microsoft.AspNetCore.Http;
using Qingdan.Platform.Results;

namespace Qingdan.Platform.Web;

/// <summary>The one place where refusals become HTTP statuses.</summary>
public static class FaultStatus
{
    /// <summary>The status of several refusals: that of the first which is more than wrong input.</summary>
    public static int Of(IReadOnlyList<Fault> faults) => Of(faults.FirstOrDefault(f => f.Kind != FaultKind.Invalid)?.Kind ?? FaultKind.Invalid);

    private static int Of(FaultKind kind) => kind switch
    {
        FaultKind.NotFound => StatusCodes.Status404NotFound,
        FaultKind.Forbidden => StatusCodes.Status403Forbidden,
        FaultKind.Conflict => StatusCodes.Status409Conflict,
        FaultKind.TooLarge => StatusCodes.Status413PayloadTooLarge,
        _ => StatusCodes.Status422UnprocessableEntity,
    };
}
