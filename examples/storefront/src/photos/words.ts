export const words = {
  sent: (label: string) => `Sent: ${label}`,
  sending: "Sending …",
  unsent: "This photo was not sent: the network was away. Please choose it again.",
  unreadable: "This file can’t be read as a picture. Try a JPEG.",
  replace: (label: string) => `Replace: ${label}`,
  add: (label: string) => `Add a photo: ${label}`,
} as const;
