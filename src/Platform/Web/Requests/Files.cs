using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;

namespace Qingdan.Platform.Web.Requests;

/// <summary>Serves the files beside the program. An address with a version never changes its content; others are asked for anew.</summary>
internal static class Files
{
    public static StaticFileOptions Options() => new()
    {
        FileProvider = new PhysicalFileProvider(Assets.Folder),
        OnPrepareResponse = Cache,
    };

    private static void Cache(StaticFileResponseContext context) =>
        context.Context.Response.Headers.CacheControl = context.Context.Request.Query.ContainsKey("v") ? "public, max-age=31536000, immutable" : "no-cache";
}
