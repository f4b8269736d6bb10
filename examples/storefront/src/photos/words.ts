export const words = {
  sent: (label: string) => `Sent: ${label}`,
  sending: "Sending …",
  unreadable: "This file can’t be read as a picture. Try a JPEG.",
  replace: (label: string) => `Replace: ${label}`,
  add: (label: string) => `Add a photo: ${label}`,
} as const;
