namespace Cosecha.LocalHost.Configuration;

/// <summary>A setting, host.json or a function's declaration is wrong; the message is one sentence for whoever runs the host.</summary>
/// <param name="message">Names the file and the key.</param>
public sealed class HostConfigurationException(string message) : Exception(message);
